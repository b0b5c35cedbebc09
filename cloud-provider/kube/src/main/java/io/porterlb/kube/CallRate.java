package io.porterlb.kube;

/// How many calls to the API server may go out; watches and the election's calls do not count.
///
/// @param perSecond on average, over 0; below 0 for any number
/// @param burst at once after a pause, at least 1
public record CallRate(double perSecond, int burst) {
    public static final CallRate UNLIMITED = new CallRate(-1, 1);

    boolean isLimited() {
        return perSecond > 0;
    }
}
