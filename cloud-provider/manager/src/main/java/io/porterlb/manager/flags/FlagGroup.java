package io.porterlb.manager.flags;

import java.util.Optional;
import java.util.stream.Stream;

/// Flags that belong together. Each has the name and the meaning that it has with every
/// cloud-controller-manager (`k8s.io/cloud-provider/options`), unless its description says otherwise.
public interface FlagGroup {
    /// What is wrong with the values, alone or with each other: sentences that name the flag and what to write.
    Stream<String> faults();

    /// That sentence, if something does not hold.
    static Stream<String> unless(boolean holds, String sentence) {
        return holds ? Stream.empty() : Stream.of(sentence);
    }

    /// Empty where a flag is absent or has an empty value, which is its default in Kubernetes: `--kubeconfig=`.
    static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    /// That sentence, if a number is out of its range.
    static Stream<String> outside(String flag, int value, int least, int most) {
        return unless(
                value >= least && value <= most,
                flag + "=" + value + " is out of range: write a number from " + least + " to " + most + ".");
    }
}
