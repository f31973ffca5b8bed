"""Holds what recordings give in their labs against their records."""

from __future__ import annotations

import difflib
import importlib.util
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain as joined
from pathlib import Path
from typing import Any

from macros.commands.engines import ENGINES
from macros.commands.recording import Recording
from macros.commands.transcript import Step, shown, written
from macros.labs.labs import PARITY, Lab, Labs, proof
from macros.language import NOTHING, Message, ToldError, message

_RUNNER = Path(__file__).with_name("parity.mjs")


class ParityError(ToldError):
    """Nothing can be run in labs here, and why."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one recording in its lab."""

    id: str
    lab: str
    proof: str
    differs: str = ""
    """Where it gave something else, as a difference of texts; empty where it was equal."""
    error: str = ""
    """Why it came to no end, which it may do another time."""
    seconds: float = 0
    """What its commands took together."""

    @property
    def is_equal(self) -> bool:
        """True where it gave what was recorded."""
        return not self.differs and not self.error


def unfit(recording: Recording, labs: Labs) -> Message:
    """Why `recording` cannot be run in the lab that it names; nothing when it can."""
    engine = ENGINES.get(recording.engine)
    if not recording.properties.lab:
        return message("parity.names-none")
    if recording.properties.lab not in labs.labs:
        return message("parity.no-lab", lab=recording.properties.lab, labs=", ".join(labs.labs))
    if engine is None or engine.settings.start:
        return message("parity.engine", engine=recording.engine)
    return NOTHING


def compare(chains: Sequence[Sequence[Recording]], labs: Labs) -> Iterator[Finding]:
    """What becomes of the last recording of each of `chains` in its lab, as it becomes known.

    ParityError where there is no Node to run labs in, and when it did not come to its end.
    """
    jobs = {chain[-1].id: chain for chain in chains}
    with subprocess.Popen(  # noqa: S603 - our own command
        [_node(), str(_RUNNER), str(labs.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout  # noqa: S101 - they are pipes
        process.stdin.write(json.dumps([*map(job, jobs.values())]))
        process.stdin.close()
        for line in process.stdout:
            answer = json.loads(line)
            yield judge(jobs[answer["id"]], labs.labs[answer["lab"]], answer)
    if process.returncode:
        raise ParityError(message("parity.ended", code=process.returncode))


def job(chain: Sequence[Recording]) -> Mapping[str, Any]:
    """What the runner is told of the last recording of `chain`, which the others precede."""
    own = chain[-1]
    return {
        "id": own.id,
        "lab": own.properties.lab,
        "environment": dict(ENGINES[own.engine].settings.environment),
        "files": [*joined.from_iterable(one.properties.files.items() for one in chain)],
        "before": [step.command for one in chain[:-1] for step in one.steps],
        "commands": [step.command for step in own.steps],
        "seconds": 10 * sum(one.properties.timeout for one in chain),  # such a machine is ten times slower
    }


def judge(chain: Sequence[Recording], lab: Lab, answer: Mapping[str, Any]) -> Finding:
    """What the runner's `answer` is beside the record of the last recording of `chain`."""
    own = chain[-1]
    finding = Finding(own.id, lab.name, proof(chain, lab), seconds=sum(step["seconds"] for step in answer["steps"]))
    if answer["error"]:
        return replace(finding, error=answer["error"])
    given = [
        replace(step, output=shown(said["output"], own.properties.patterns), exit_code=said["code"])
        for step, said in zip(own.steps, answer["steps"], strict=True)
    ]
    return replace(finding, differs=_difference(own.steps, given))


def keep(labs: Labs, findings: Iterable[Finding]) -> None:
    """Write down what was found, beside what is known of other recordings; an error is nothing to know."""
    file = labs.folder / PARITY
    known = json.loads(file.read_text("utf-8")) if file.exists() else {}
    for finding in findings:
        known.pop(finding.id, None)
        if not finding.error:
            known[finding.id] = {"lab": finding.lab, "proof": finding.proof, "differs": finding.differs}
    part = file.with_suffix(".part")
    part.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    part.replace(file)


def _difference(before: Iterable[Step], after: Iterable[Step]) -> str:
    old, new = (written(steps).splitlines() for steps in (before, after))
    return "\n".join([*difflib.unified_diff(old, new, n=1, lineterm="")][2:])


def _node() -> str:
    """The Node that labs are run in here: the one that Playwright brings, or that of the machine."""
    playwright = importlib.util.find_spec("playwright")
    brought = Path(playwright.origin).parent / "driver/node" if playwright and playwright.origin else None
    node = str(brought) if brought and brought.exists() else shutil.which("node")
    if not node:
        raise ParityError(message("parity.no-node"))
    return node
