package io.porterlb.ownership.message;

/// What an arbiter calls a conversation with a node. Never used twice, so that nothing recorded from another
/// conversation passes for a part of this one.
///
/// @param boot drawn by the arbiter at random when it starts
/// @param number counts its conversations
public record SessionId(long boot, long number) {
    public static final SessionId NONE = new SessionId(0, 0);
}
