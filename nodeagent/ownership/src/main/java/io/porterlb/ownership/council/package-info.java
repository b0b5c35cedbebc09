/// Leases that a council of nodes grants, without disks and without clocks that agree: deterministic, with time
/// passed in as [System#nanoTime] of the machine.
///
/// An arbiter grants an address to one node, and to no other until it has not heard of that one for longer than
/// any lease lasts. One that has just started remembers nothing, so it grants nothing for as long. A node has an
/// address while most arbiters grant it, counted from when it asked. As any two majorities have an arbiter in
/// common, two nodes never have the same address. The idea is that of PaxosLease (Trencseni, Gazso, Reinhardt,
/// 2012), without its rounds: a node asks for what it is nominated for only, so votes are seldom split, and where
/// they are, the one who was refused withdraws.
///
/// Every node is a [io.porterlb.ownership.council.Claimant], and those with a seat are asked as an
/// [io.porterlb.ownership.council.Arbiter]; [io.porterlb.ownership.council.CouncilNode] is both.
package io.porterlb.ownership.council;
