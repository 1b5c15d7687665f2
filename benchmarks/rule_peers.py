"""Two rule engines that answer reply days and award: zen-engine and OpenFisca-Core (同行)."""

from __future__ import annotations

import json
from functools import partial
from importlib.util import find_spec
from itertools import product
from typing import Any

from measuring import Job

DAYS = {"urgent": 1, "consultation": 5, "general": 15, "investigation": 30}
AWARDS = {"completed": 10, "accepted": 15, "resolved": 20}
PAIRS = tuple(product(DAYS, AWARDS))


def load_peers() -> dict[str, Job]:
    """The peers that are installed, each checked first; a line for each that is not."""
    found: dict[str, Job] = {}
    for module, make in (("zen", _zen), ("openfisca_core", _openfisca)):
        if find_spec(module) is None:
            print(f"{module}: not installed, left out")
            continue
        for name, call in make().items():
            for kind, level in PAIRS:
                if call(kind, level) != (DAYS[kind], AWARDS[level]):
                    raise SystemExit(f"{name} disagrees about {kind} and {level}")
            found[name] = Job(call, PAIRS)
    return found


def _zen() -> dict[str, Any]:
    """zen-engine: two decision tables, with and without its trace."""
    import zen

    decision = zen.ZenEngine().create_decision(json.dumps(_zen_graph()))

    def plain(kind: str, level: str) -> tuple[int, int]:
        answer = decision.evaluate({"kind": kind, "level": level})["result"]
        return answer["days"], answer["award"]

    def traced(kind: str, level: str) -> tuple[int, int]:
        answer = decision.evaluate({"kind": kind, "level": level}, {"trace": True})["result"]
        return answer["days"], answer["award"]

    return {"zen-engine, 2 tables": plain, "zen-engine, traced": traced}


def _zen_graph() -> dict[str, Any]:
    nodes = [
        {"id": "in", "type": "inputNode", "name": "Request"},
        _zen_table("t1", "kind", "days", DAYS),
        _zen_table("t2", "level", "award", AWARDS),
        {"id": "out", "type": "outputNode", "name": "Response"},
    ]
    places = [{**node, "position": {"x": 1, "y": 1}} for node in nodes]
    edges = [
        {"id": f"e{place}", "type": "edge", "sourceId": one, "targetId": other}
        for place, (one, other) in enumerate((("in", "t1"), ("t1", "t2"), ("t2", "out")))
    ]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": places,
        "edges": edges,
    }


def _zen_table(node: str, field: str, out: str, rows: dict[str, int]) -> dict[str, Any]:
    content = {
        "hitPolicy": "first",
        "passThrough": True,
        "inputs": [{"id": "i1", "field": field, "name": field, "type": "expression"}],
        "outputs": [{"id": "o1", "field": out, "name": out, "type": "expression"}],
        "rules": [
            {"_id": f"{node}-{key}", "i1": f'"{key}"', "o1": str(value)}
            for key, value in rows.items()
        ],
    }
    return {"id": node, "type": "decisionTableNode", "name": node, "content": content}


def _openfisca() -> dict[str, Any]:
    """OpenFisca-Core: a simulation for one case, as its JSON interface builds it."""
    return {"OpenFisca, one case": partial(_simulated, _openfisca_system())}


def _simulated(system: Any, kind: str, level: str) -> tuple[int, int]:  # noqa: ANN401
    from openfisca_core.simulations import SimulationBuilder

    facts = {"kind": {"2025-01": kind}, "level": {"2025-01": level}}
    simulation = SimulationBuilder().build_from_entities(system, {"cases": {"x": facts}})
    days, award = (int(simulation.calculate(one, "2025-01")[0]) for one in ("days", "award"))
    return days, award


def _openfisca_system() -> Any:  # noqa: ANN401
    from openfisca_core.entities import build_entity
    from openfisca_core.indexed_enums import Enum
    from openfisca_core.parameters import ParameterNode
    from openfisca_core.periods import MONTH
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    entity = build_entity(key="case", plural="cases", label="case", is_person=True)
    base = {"entity": entity, "definition_period": MONTH, "label": "x"}
    kinds, levels = (
        Enum(name, {key: key for key in keys}) for name, keys in (("Kind", DAYS), ("Level", AWARDS))
    )

    def taken(table: str, fact: str) -> Any:  # noqa: ANN401
        def formula(person: Any, period: Any, parameters: Any) -> Any:  # noqa: ANN401
            return getattr(parameters(period), table)[person(fact, period)]

        return formula

    variables = [
        type(
            "kind",
            (Variable,),
            {
                **base,
                "value_type": Enum,
                "possible_values": kinds,
                "default_value": kinds["general"],
            },
        ),
        type(
            "level",
            (Variable,),
            {
                **base,
                "value_type": Enum,
                "possible_values": levels,
                "default_value": levels["completed"],
            },
        ),
        type("days", (Variable,), {**base, "value_type": int, "formula": taken("days", "kind")}),
        type("award", (Variable,), {**base, "value_type": int, "formula": taken("award", "level")}),
    ]
    system = TaxBenefitSystem([entity])
    system.add_variables(*variables)
    data = {
        name: {key: {"values": {"2020-01-01": {"value": value}}} for key, value in rows.items()}
        for name, rows in (("days", DAYS), ("award", AWARDS))
    }
    system.parameters = ParameterNode("", data=data)
    return system
