package io.porterlb.desired.view;

import java.util.List;

/// What a node's agent says of the rules in its kernel.
///
/// @param vips for how many addresses there are rules
/// @param refuses whether packets to these addresses that no port takes are refused
/// @param problems what could not be done and what to do about it, as sentences; empty where all is as wanted
public record RuleReport(int vips, boolean refuses, List<String> problems) {
    public RuleReport {
        problems = List.copyOf(problems);
    }
}
