package io.porterlb.program.health;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that must be well.
///
/// @param name in small letters, with hyphens
/// @param trouble what is not well now, as a sentence; may be asked by any thread, and must not wait
public record Check(String name, Supplier<Optional<String>> trouble) {}
