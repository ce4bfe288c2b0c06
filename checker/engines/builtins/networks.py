"""`net.cidr_intersects`, `net.cidr_contains_matches` and `net.cidr_merge`, of IPv4 and IPv6."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_address, ip_network
from typing import TYPE_CHECKING, Any

from checker.engines.builtins.arguments import text

if TYPE_CHECKING:
    from collections.abc import Iterator

Network = IPv4Network | IPv6Network

_CIDR = re.compile(r"[0-9A-Fa-f.:]+/(0|[1-9][0-9]*)")  # Python takes a mask or nothing behind the slash too


def intersects(one: Any, other: Any) -> bool:
    """Whether two networks have addresses in common."""
    return _cidr(one).overlaps(_cidr(other))


def contains_matches(networks: Any, others: Any) -> set[tuple[Any, Any]]:
    """Which network contains which network or address, each named by its index, its key, or itself."""
    within = [(name, _cidr_or_address(value)) for name, value in _members(others)]
    return {
        (name, other)
        for name, network in ((name, _cidr(value)) for name, value in _members(networks))
        for other, contained in within
        if _contains(network, contained)
    }


def merge(networks: Any) -> set[str]:
    """The fewest networks that hold the same addresses.

    OPA takes an address without a prefix for its class A, B or C network, which nobody means: not here.
    """
    if not isinstance(networks, list | set):
        raise ValueError(f"takes an array or a set, not {networks!r}")  # noqa: TRY004 - as in arguments.py
    all_of_them = [_cidr(value) for value in sorted(map(text, networks))]
    v4 = [network for network in all_of_them if isinstance(network, IPv4Network)]
    v6 = [network for network in all_of_them if isinstance(network, IPv6Network)]
    return {str(network) for network in (*collapse_addresses(v4), *collapse_addresses(v6))}


def _cidr(value: Any) -> Network:
    if not _CIDR.fullmatch(text(value)):
        raise ValueError(f"takes a network such as 10.0.0.0/8, not {value!r}")
    return ip_network(value, strict=False)


def _cidr_or_address(value: Any) -> Network:
    return _cidr(value) if "/" in text(value) else ip_network(ip_address(value))


def _contains(network: Network, other: Network) -> bool:
    return network.version == other.version and other.subnet_of(network)  # type: ignore[arg-type]


def _members(collection: Any) -> Iterator[tuple[Any, Any]]:
    """Each with its name; an array stands for its first item."""
    if isinstance(collection, str):
        yield collection, collection
        return
    if isinstance(collection, list):
        named = list(enumerate(collection))
    elif isinstance(collection, dict):
        named = list(collection.items())
    elif isinstance(collection, set):
        named = [(value, value) for value in collection]
    else:
        raise ValueError(f"takes networks, not {collection!r}")  # noqa: TRY004 - as in arguments.py
    for name, value in named:
        yield name, value[0] if isinstance(value, list) and value else value
