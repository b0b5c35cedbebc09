package io.porterlb.test.fuzz;

import io.porterlb.layer2.wire.FrameReader;
import io.porterlb.layer2.wire.FrameWriter;
import io.porterlb.layer2.wire.ReadResult;

/// An Ethernet frame with ARP or Neighbor Discovery.
public final class Layer2Frames {
    private Layer2Frames() {}

    public static void fuzzerTestOneInput(byte[] data) {
        ReadResult result = FrameReader.read(data);
        if (result instanceof ReadResult.Valid(var frame)) {
            boolean same = FrameReader.read(FrameWriter.write(frame)).equals(result);
            Check.that(same, "written and read again it is another one", frame);
        }
    }
}
