package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.Octets;

/// One capability, with its code in the [registry](https://www.iana.org/assignments/capability-codes).
public sealed interface Capability {
    /// Code, 0 to 255.
    int code();

    void writeValue(ByteBuf out);

    /// Multiprotocol Extensions ([RFC 4760 8](https://www.rfc-editor.org/rfc/rfc4760#section-8)): this family may be
    /// exchanged.
    record Multiprotocol(AddressFamily family) implements Capability {
        static final int CODE = 1;
        static final int LENGTH = 4;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public void writeValue(ByteBuf out) {
            out.writeShort(family.afi()).writeByte(0).writeByte(family.safi());
        }
    }

    /// Route Refresh ([RFC 2918 2](https://www.rfc-editor.org/rfc/rfc2918#section-2)): the sender answers
    /// ROUTE-REFRESH.
    record RouteRefresh() implements Capability {
        static final int CODE = 2;
        static final int LENGTH = 0;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public void writeValue(ByteBuf out) {}
    }

    /// Four-octet AS number ([RFC 6793 3](https://www.rfc-editor.org/rfc/rfc6793#section-3)).
    ///
    /// @param asNumber the sender's AS, 0 to 4294967295
    record FourOctetAs(long asNumber) implements Capability {
        static final int CODE = 65;
        static final int LENGTH = 4;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public void writeValue(ByteBuf out) {
            out.writeInt((int) asNumber);
        }
    }

    /// A capability that we don't know, or a known one of another length than its RFC gives it: kept, ignored.
    record Unknown(int code, Octets value) implements Capability {
        @Override
        public void writeValue(ByteBuf out) {
            value.write(out);
        }
    }
}
