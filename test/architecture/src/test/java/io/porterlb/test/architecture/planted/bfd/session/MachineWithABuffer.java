package io.porterlb.test.architecture.planted.bfd.session;

import io.netty.buffer.ByteBuf;

public record MachineWithABuffer(ByteBuf buffer) {}
