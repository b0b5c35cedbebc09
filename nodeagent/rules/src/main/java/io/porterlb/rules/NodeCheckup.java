package io.porterlb.rules;

import io.porterlb.address.IpFamily;
import io.porterlb.rules.check.Finding;
import io.porterlb.rules.check.NodeChecks;
import io.porterlb.rules.kernel.NodeFactsReader;
import java.util.List;
import java.util.Set;

/// Looks over the machine that it runs on. Changes nothing; needs the rights of [KernelRules]. Blocks for some
/// tens of milliseconds, on a platform thread only.
public final class NodeCheckup {
    private NodeCheckup() {}

    /// What keeps traffic away.
    ///
    /// @param served the families of the addresses that the node serves
    /// @return each with what to do about it; empty for a good node
    public static List<Finding> findings(Set<IpFamily> served) {
        return NodeChecks.findings(NodeFactsReader.read(), served);
    }
}
