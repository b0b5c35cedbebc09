/// Messages to datagrams and back. A datagram that is no good is a value, not an exception.
package io.porterlb.ownership.wire;
