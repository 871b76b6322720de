"""Files, folders and archives of activities, read by children and handed on one by one."""
