package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.fault.NotificationCode.INVALID_NETWORK_FIELD;
import static io.porterlb.bgp.wire.fault.NotificationCode.MALFORMED_ATTRIBUTE_LIST;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.attribute.AttributeReader;
import io.porterlb.bgp.wire.attribute.AttributeWriter;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.fault.UpdateFault;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// UPDATE ([RFC 4271 4.3](https://www.rfc-editor.org/rfc/rfc4271#section-4.3)). Routes of other families than
/// IPv4 unicast are in its MP_REACH_NLRI and MP_UNREACH_NLRI attributes ([RFC
/// 4760](https://www.rfc-editor.org/rfc/rfc4760)).
///
/// @param withdrawn IPv4 prefixes that the sender no longer has
/// @param attributes what holds for all announced prefixes
/// @param announced the NLRI field: IPv4 prefixes
public record Update(List<PathPrefix> withdrawn, List<PathAttribute> attributes, List<PathPrefix> announced)
        implements BgpMessage {
    /// All IPv4 unicast routes are said ([RFC 4724 2](https://www.rfc-editor.org/rfc/rfc4724#section-2)).
    public static final Update END_OF_RIB = new Update(List.of(), List.of(), List.of());

    /// Octets of an UPDATE with nothing in it.
    public static final int EMPTY_LENGTH = MessageHeader.LENGTH + 2 * Short.BYTES;

    private static final UpdateFault NOT_AGREED = new UpdateFault(
            FaultAction.DISCARD,
            INVALID_NETWORK_FIELD,
            0,
            Octets.NONE,
            "its IPv4 routes were not agreed on and are ignored");

    public Update {
        withdrawn = List.copyOf(withdrawn);
        attributes = List.copyOf(attributes);
        announced = List.copyOf(announced);
    }

    /// All routes of the family are said ([RFC 4724 2](https://www.rfc-editor.org/rfc/rfc4724#section-2)).
    public static Update endOfRib(AddressFamily family) {
        return family.equals(AddressFamily.IPV4_UNICAST)
                ? END_OF_RIB
                : new Update(List.of(), List.of(new MpUnreachNlri(family, List.of())), List.of());
    }

    /// Withdraws IPv4 unicast routes.
    public static Update withdrawing(List<PathPrefix> prefixes) {
        return new Update(prefixes, List.of(), List.of());
    }

    static ReadResult read(ByteBuf body, CodecContext context) {
        int withdrawnLength = body.readUnsignedShort();
        if (withdrawnLength + Short.BYTES > body.readableBytes()) {
            return refuse(MALFORMED_ATTRIBUTE_LIST, "whose withdrawn routes are longer than the message");
        }
        ByteBuf withdrawnField = body.readSlice(withdrawnLength);
        int attributesLength = body.readUnsignedShort();
        if (attributesLength > body.readableBytes()) {
            return refuse(MALFORMED_ATTRIBUTE_LIST, "whose path attributes are longer than the message");
        }
        ByteBuf attributesField = body.readSlice(attributesLength);
        boolean addPath = context.addPathReceived().contains(AddressFamily.IPV4_UNICAST);
        Optional<List<PathPrefix>> withdrawn = Nlri.read(withdrawnField, IpFamily.V4, addPath);
        Optional<List<PathPrefix>> announced = Nlri.read(body, IpFamily.V4, addPath);
        if (withdrawn.isEmpty() || announced.isEmpty()) {
            return refuse(INVALID_NETWORK_FIELD, "with a prefix that is none");
        }
        boolean announces = !announced.get().isEmpty();
        AttributeReader.Result result = AttributeReader.read(attributesField, announces, context);
        return new Update(withdrawn.get(), result.attributes(), announced.get()).withFaults(result.faults(), context);
    }

    private static ReadResult refuse(NotificationCode code, String what) {
        return ReadResult.refuse(Notification.of(code), "sent an UPDATE " + what);
    }

    private ReadResult withFaults(List<UpdateFault> ofAttributes, CodecContext context) {
        boolean ipv4 = !withdrawn.isEmpty() || !announced.isEmpty();
        if (!ipv4 || context.families().contains(AddressFamily.IPV4_UNICAST)) {
            return withFaults(ofAttributes);
        }
        List<UpdateFault> faults = new ArrayList<>(ofAttributes);
        faults.add(NOT_AGREED);
        return new Update(List.of(), attributes, List.of()).withFaults(faults);
    }

    /// The strongest action of all faults counts (RFC 7606 3 (h)).
    private ReadResult withFaults(List<UpdateFault> faults) {
        Optional<UpdateFault> strongest = faults.stream().max(Comparator.comparing(UpdateFault::action));
        if (strongest.isEmpty()) {
            return new ReadResult.Ok(this);
        }
        UpdateFault fault = strongest.get();
        return switch (fault.action()) {
            case DISCARD -> new ReadResult.Faulty(this, FaultAction.DISCARD, faults);
            case WITHDRAW -> new ReadResult.Faulty(allWithdrawn(), FaultAction.WITHDRAW, faults);
            case RESET ->
                ReadResult.refuse(
                        Notification.of(fault.code(), fault.data()), "sent an UPDATE in which " + fault.what());
        };
    }

    /// Announced prefixes of MP_REACH_NLRI become withdrawn ones of an MP_UNREACH_NLRI, beside one that is
    /// there.
    private Update allWithdrawn() {
        List<PathPrefix> all = new ArrayList<>(withdrawn);
        all.addAll(announced);
        List<PathAttribute> unreachable =
                attributes.stream().flatMap(Update::unreachable).toList();
        return new Update(all, unreachable, List.of());
    }

    private static Stream<PathAttribute> unreachable(PathAttribute attribute) {
        if (attribute instanceof MpReachNlri reach) {
            return Stream.of(new MpUnreachNlri(reach.family(), reach.announced()));
        }
        return attribute instanceof MpUnreachNlri ? Stream.of(attribute) : Stream.empty();
    }

    @Override
    public MessageType type() {
        return MessageType.UPDATE;
    }

    @Override
    public void writeBody(ByteBuf out, CodecContext context) {
        int withdrawnAt = out.writerIndex();
        Nlri.write(withdrawn, out.writeShort(0), addPath(context));
        out.setShort(withdrawnAt, out.writerIndex() - withdrawnAt - Short.BYTES);
        int attributesAt = out.writerIndex();
        AttributeWriter.write(attributes, out.writeShort(0), context);
        out.setShort(attributesAt, out.writerIndex() - attributesAt - Short.BYTES);
        Nlri.write(announced, out, addPath(context));
    }

    private static boolean addPath(CodecContext context) {
        return context.addPathSent().contains(AddressFamily.IPV4_UNICAST);
    }
}
