package io.porterlb.layer2.link;

/// Which interface an address belongs to.
public sealed interface Choice permits Choice.Chosen, Refusal {
    /// One that can be answered on now.
    record Chosen(Device device) implements Choice {}
}
