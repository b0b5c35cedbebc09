package io.porterlb.test.e2e.promise;

/// What is cut off, and how the same fabric fared with FRR 8.4 on the nodes in place of the agent: all links of one
/// router (or node) cut, hold time 3 s, no BFD, about 805 requests, one new connection every 10 ms.
enum Cut {
    BORDER1("border1", 1),
    BORDER2("border2", 1),
    SPINE1("spine1", 27),
    SPINE2("spine2", 27),
    LEAF1("leaf1", 113),
    LEAF2("leaf2", 113),
    NODE1("node1", 131),
    NODE2("node2", 131);

    private final String role;
    private final int lostWithFrr;

    Cut(String role, int lostWithFrr) {
        this.role = role;
        this.lostWithFrr = lostWithFrr;
    }

    String role() {
        return role;
    }

    int lostWithFrr() {
        return lostWithFrr;
    }

    boolean isNode() {
        return role.startsWith("node");
    }
}
