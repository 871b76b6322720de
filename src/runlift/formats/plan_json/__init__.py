"""`plan.json`, schema `runlift.plan/1`: written, read and published."""

from runlift.formats.plan_json.read import PlanOutcome, load_plan
from runlift.formats.plan_json.write import dump_plan, plan_document, reason_document

__all__ = ["PlanOutcome", "dump_plan", "load_plan", "plan_document", "reason_document"]
