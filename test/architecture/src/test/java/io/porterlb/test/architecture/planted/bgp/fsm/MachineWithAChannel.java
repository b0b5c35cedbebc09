package io.porterlb.test.architecture.planted.bgp.fsm;

import io.netty.channel.Channel;

public record MachineWithAChannel(Channel channel) {}
