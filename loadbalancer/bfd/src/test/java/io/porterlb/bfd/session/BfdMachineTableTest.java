package io.porterlb.bfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.porterlb.bfd.BfdState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event in every state, RFC 5880 6.2 and 6.8: where it leads, with which diagnostic code, and whether a
/// packet says so at once.
class BfdMachineTableTest {
    private static final String TABLE = """
                             | ADMIN_DOWN      | DOWN            | INIT            | UP
        AdminUp              | DOWN 0 says     | DOWN 0          | INIT 0          | UP 0
        AdminDown            | ADMIN_DOWN 7    | ADMIN_DOWN 7    | ADMIN_DOWN 7 says | ADMIN_DOWN 7 says
        SettingsChanged      | ADMIN_DOWN 0    | DOWN 0 says     | INIT 0 says     | UP 0 says
        Received ADMIN_DOWN  | ADMIN_DOWN 0 says | DOWN 0 says   | DOWN 3 says     | DOWN 3 says
        Received DOWN        | ADMIN_DOWN 0 says | INIT 0 says   | INIT 0          | DOWN 3 says
        Received INIT        | ADMIN_DOWN 0 says | UP 0 says     | UP 0 says       | UP 0
        Received UP          | ADMIN_DOWN 0 says | DOWN 0 says   | UP 0 says       | UP 0
        DetectionTimeExpires | ADMIN_DOWN 0    | DOWN 0          | DOWN 1 says     | DOWN 1 says
        TransmitTimerExpires | ADMIN_DOWN 0    | DOWN 0 says     | INIT 0 says     | UP 0 says
        """;

    record Cell(BfdState state, String event, String expected) {}

    static Stream<Cell> cells() {
        List<String[]> rows = TABLE.lines().map(line -> line.split("\\|")).toList();
        String[] states = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i < row.length, i -> i + 1)
                        .map(i -> new Cell(BfdState.valueOf(states[i].strip()), row[0].strip(), row[i].strip())));
    }

    private static SessionEvent event(String name) {
        return switch (name) {
            case "AdminUp" -> new SessionEvent.AdminUp();
            case "AdminDown" -> new SessionEvent.AdminDown();
            case "SettingsChanged" -> new SessionEvent.SettingsChanged(Sessions.settings(200, 400));
            case "DetectionTimeExpires" -> new SessionEvent.DetectionTimeExpires();
            case "TransmitTimerExpires" -> new SessionEvent.TransmitTimerExpires();
            default -> Sessions.received(BfdState.valueOf(name.substring("Received ".length())));
        };
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyEventInEveryState(Cell cell) {
        Step step = BfdMachine.on(Sessions.in(cell.state()), event(cell.event()));
        BfdSession next = step.next();
        String says = Sessions.sent(step).isEmpty() ? "" : " says";
        assertEquals(cell.expected(), next.state() + " " + next.diagnostic().code() + says);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatIsSaidIsWhatIsSo(Cell cell) {
        Step step = BfdMachine.on(Sessions.in(cell.state()), event(cell.event()));
        for (var packet : Sessions.sent(step)) {
            assertEquals(step.next().state(), packet.state());
            assertEquals(step.next().diagnostic(), packet.diagnostic());
            assertEquals(step.next().remote().discriminator(), packet.yourDiscriminator());
            assertFalse(packet.controlPlaneIndependent() || packet.demand());
        }
    }

    @Test
    void tableHasEveryEventAndState() {
        List<String> inTable = cells().map(Cell::event)
                .map(event -> event.startsWith("Received") ? "PacketReceived" : event)
                .distinct()
                .sorted()
                .toList();
        List<String> all = Arrays.stream(SessionEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
        assertEquals(all, inTable);
        int received = BfdState.values().length;
        assertEquals((all.size() - 1L + received) * received, cells().count());
    }
}
