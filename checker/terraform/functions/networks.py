"""The functions of IP networks."""

from __future__ import annotations

import ipaddress
import re
from typing import Any

from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import Function, Plain
from checker.terraform.types import NUMBER, STRING, list_of

_ZEROS = re.compile(
    r"(?<![0-9a-fA-F:])0+(?=[0-9]+(?:\.|/))(?![0-9a-fA-F]*:)"
)  # which Go reads as if they were not there

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def _network(prefix: str) -> Network:
    try:
        return ipaddress.ip_network(_ZEROS.sub("", prefix) if "/" in prefix else "", strict=False)
    except ValueError as error:
        raise EvaluationError("no network, such as 10.0.0.0/16") from error


def _cidrhost(prefix: str, host: Any) -> str:
    network = _network(prefix)
    size = network.num_addresses
    if not isinstance(host, int) or not -size <= host < size:
        raise EvaluationError(f"the network has no host {host}")
    return str(network[host if host >= 0 else size + host])


def _cidrnetmask(prefix: str) -> str:
    network = _network(prefix)
    if network.version != 4:  # noqa: PLR2004 - IPv4
        raise EvaluationError("only IPv4 networks have a netmask")
    return str(network.netmask)


def _cidrsubnet(prefix: str, new_bits: Any, number: Any) -> str:
    network = _network(prefix)
    if not isinstance(new_bits, int) or not isinstance(number, int):
        raise EvaluationError("bits and number are whole numbers")
    length = network.prefixlen + new_bits
    if not new_bits >= 0 or length > network.max_prefixlen or not 0 <= number < 1 << new_bits:
        raise EvaluationError(f"the network has no subnet {number} with {new_bits} more bits")
    start = int(network.network_address) + (number << (network.max_prefixlen - length))
    return f"{type(network.network_address)(start)}/{length}"


def _cidrsubnets(prefix: str, *new_bits: Any) -> list[str]:
    network = _network(prefix)
    found: list[str] = []
    start = int(network.network_address)
    for bits in new_bits:
        if not isinstance(bits, int) or bits < 1 or network.prefixlen + bits > network.max_prefixlen:
            raise EvaluationError("the subnets do not fit into the network")
        size = 1 << (network.max_prefixlen - network.prefixlen - bits)
        start = -(-start // size) * size
        if start + size > int(network.broadcast_address) + 1:
            raise EvaluationError("the subnets do not fit into the network")
        found.append(f"{type(network.network_address)(start)}/{network.prefixlen + bits}")
        start += size
    return found


FUNCTIONS: dict[str, Function] = {
    "cidrhost": Plain(_cidrhost, STRING, (STRING, NUMBER)),
    "cidrnetmask": Plain(_cidrnetmask, STRING, (STRING,)),
    "cidrsubnet": Plain(_cidrsubnet, STRING, (STRING, NUMBER, NUMBER)),
    "cidrsubnets": Plain(_cidrsubnets, list_of(STRING), (STRING,), NUMBER),
}
