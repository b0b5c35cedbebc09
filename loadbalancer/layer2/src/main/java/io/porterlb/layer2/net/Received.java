package io.porterlb.layer2.net;

import io.porterlb.layer2.wire.ReadResult;
import java.time.Duration;

/// A frame that came.
///
/// @param age how long ago the kernel took it
public record Received(ReadResult result, Duration age) {}
