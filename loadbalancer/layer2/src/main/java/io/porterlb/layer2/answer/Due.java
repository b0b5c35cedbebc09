package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.wire.Frame;
import java.util.List;

/// What is to be said of an address now.
public record Due(IpAddress address, List<Frame> frames) {}
