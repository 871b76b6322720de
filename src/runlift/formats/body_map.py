"""A picture of the body, front and back, with the places of the complaints numbered."""

from __future__ import annotations

from html import escape

from runlift.domain.complaint.complaint import complaints
from runlift.wording.complaint import FEELS_LIKE

WIDTH, HEIGHT = 1080, 560
_LIMBS = (
    # neck, head, trunk, arms, legs, feet of one figure around x = 0, y from the crown
    '<path d="M-11 56 L11 56 L14 76 L-14 76 Z"/>',
    '<circle cx="0" cy="38" r="26"/>',
    '<path d="M-38 78 Q0 66 38 78 L32 190 Q34 226 40 246 L-40 246 Q-34 226 -32 190 Z"/>',
    '<path d="M-40 82 Q-62 96 -64 150 L-72 236 L-60 238 L-48 156 L-36 112 Z"/>',
    '<path d="M40 82 Q62 96 64 150 L72 236 L60 238 L48 156 L36 112 Z"/>',
    '<path d="M-40 248 L-2 248 L-6 360 Q-8 380 -10 400 L-12 486 L-28 486 L-34 402 Q-36 380 -36 362 Z"/>',
    '<path d="M40 248 L2 248 L6 360 Q8 380 10 400 L12 486 L28 486 L34 402 Q36 380 36 362 Z"/>',
    '<path d="M-28 488 L-12 488 L-10 504 L-42 504 Z"/>',
    '<path d="M28 488 L12 488 L10 504 L42 504 Z"/>',
)
_FRONT, _BACK = 130, 330
# where each complaint is: which figure, and the point on it
_AT = {
    "hip_flexor": (_FRONT, 14, 252),
    "gtps": (_FRONT, 44, 268),
    "pfp": (_FRONT, 20, 368),
    "itbs": (_FRONT, 40, 386),
    "mtss": (_FRONT, 14, 440),
    "ankle": (_FRONT, 30, 484),
    "ankle_instability": (_FRONT, -30, 484),
    "bsi": (_FRONT, -96, 440),  # beside the body: it may be any bone
    "lbp": (_BACK, 0, 214),
    "pht": (_BACK, 18, 262),
    "hamstring_strain": (_BACK, 22, 320),
    "calf_strain": (_BACK, 22, 412),
    "achilles_mid": (_BACK, 20, 464),
    "achilles_ins": (_BACK, 22, 486),
    "plantar": (_BACK, -22, 503),
}


def body_map() -> bytes:
    """Return the picture as SVG: front, back, and what each number is called and feels like."""
    numbered = [complaints()[each] for each in _AT]
    marks = "".join(_mark(number, *_AT[each.id]) for number, each in enumerate(numbered, start=1))
    lines = "".join(
        f'<text x="450" y="{48 + 33 * row}" font-weight="bold">{row + 1}  {escape(each.name)}</text>'
        f'<text x="478" y="{63 + 33 * row}" font-size="12.5">{escape(FEELS_LIKE[each.id])}</text>'
        for row, each in enumerate(numbered)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="sans-serif" font-size="16" role="img" '
        'aria-label="The body from the front and from behind, with numbered places">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f"{_figure(_FRONT, 'front')}{_figure(_BACK, 'back')}{marks}{lines}</svg>\n"
    ).encode()


def _figure(x: int, name: str) -> str:
    return (
        f'<g transform="translate({x} 16)" fill="#e8ecef" stroke="#5b6770" stroke-width="2" '
        f'stroke-linejoin="round">{"".join(_LIMBS)}</g>'
        f'<text x="{x}" y="{HEIGHT - 12}" text-anchor="middle">{name}</text>'
    )


def _mark(number: int, x: int, dx: int, y: int) -> str:
    return (
        f'<circle cx="{x + dx}" cy="{y + 16}" r="11" fill="#b3261e"/>'
        f'<text x="{x + dx}" y="{y + 21}" text-anchor="middle" fill="#ffffff" font-size="13">{number}</text>'
    )
