package io.porterlb.test.architecture.planted.manager;

import io.netty.buffer.ByteBuf;

public record ManagerThatUsesNetty(ByteBuf buffer) {}
