package io.porterlb.rules;

import java.util.List;

/// What is in the kernel, as of the last look.
///
/// @param vips for how many addresses the kernel has rules; 0 where it refused the last ones
/// @param refuses whether packets that no port takes are refused; only beside kube-proxy's rules
/// @param opened the chains of others in which our accept stands, each with its program or family and table,
///     sorted
/// @param problems what could not be done and what to do about it, as sentences; empty where all is as wanted
public record RuleStatus(int vips, boolean refuses, List<String> opened, List<String> problems) {
    public RuleStatus {
        opened = List.copyOf(opened);
        problems = List.copyOf(problems);
    }
}
