package io.porterlb.test.architecture.planted.images;

import io.porterlb.address.IpAddress;

public record ImagesThatKnowAddress(IpAddress address) {}
