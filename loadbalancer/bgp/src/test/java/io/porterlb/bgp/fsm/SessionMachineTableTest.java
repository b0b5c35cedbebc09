package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.Notification;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event in every state: where it leads, and with which NOTIFICATION.
class SessionMachineTableTest {
    private static final String TABLE = """
                                     | IDLE    | CONNECT   | ACTIVE    | OPEN_SENT    | OPEN_CONFIRM     | ESTABLISHED
            ManualStart              | CONNECT | CONNECT   | ACTIVE    | OPEN_SENT    | OPEN_CONFIRM     | ESTABLISHED
            AutomaticStartWithDampPeerOscillations | IDLE | CONNECT | ACTIVE  | OPEN_SENT    | OPEN_CONFIRM     | ESTABLISHED
            ManualStop               | IDLE    | IDLE      | IDLE      | IDLE 6/3     | IDLE 6/3         | IDLE 6/3
            ConnectRetryTimerExpires | IDLE    | CONNECT   | CONNECT   | IDLE 5/1     | IDLE 5/2         | IDLE 5/3
            HoldTimerExpires         | IDLE    | IDLE      | IDLE      | IDLE 4/0     | IDLE 4/0         | IDLE 4/0
            KeepaliveTimerExpires    | IDLE    | IDLE      | IDLE      | IDLE 5/1     | OPEN_CONFIRM     | ESTABLISHED
            IdleHoldTimerExpires     | CONNECT | IDLE      | IDLE      | IDLE 5/1     | IDLE 5/2         | IDLE 5/3
            TcpCrAcked               | IDLE    | OPEN_SENT | OPEN_SENT | IDLE 5/1     | IDLE 5/2         | IDLE 5/3
            TcpConnectionConfirmed   | OPEN_SENT | CONNECT | OPEN_SENT | OPEN_SENT    | OPEN_CONFIRM     | ESTABLISHED
            TcpConnectionFails       | IDLE    | IDLE      | IDLE      | ACTIVE       | IDLE             | IDLE
            BgpOpen                  | IDLE    | IDLE      | IDLE      | OPEN_CONFIRM | IDLE 5/2         | IDLE 5/3
            BgpHeaderErr             | IDLE    | IDLE      | IDLE      | IDLE 1/1     | IDLE 1/1         | IDLE 1/1
            BgpOpenMsgErr            | IDLE    | IDLE      | IDLE      | IDLE 2/0     | IDLE 2/0         | IDLE 5/3
            NotifMsgVerErr           | IDLE    | IDLE      | IDLE      | IDLE         | IDLE             | IDLE
            NotifMsg                 | IDLE    | IDLE      | IDLE      | IDLE         | IDLE             | IDLE
            KeepAliveMsg             | IDLE    | IDLE      | IDLE      | IDLE 5/1     | ESTABLISHED      | ESTABLISHED
            UpdateMsg                | IDLE    | IDLE      | IDLE      | IDLE 5/1     | IDLE 5/2         | ESTABLISHED
            UpdateMsgErr             | IDLE    | IDLE      | IDLE      | IDLE 5/1     | IDLE 5/2         | IDLE 3/1
            SendHoldTimerExpires     | IDLE    | IDLE      | IDLE      | IDLE 5/1     | IDLE 5/2         | IDLE
            ProbationTimerExpires    | IDLE    | IDLE      | IDLE      | IDLE 5/1     | IDLE 5/2         | ESTABLISHED
            RouteRefreshMsg          | IDLE    | IDLE      | IDLE      | IDLE 5/1     | IDLE 5/2         | ESTABLISHED
            PathUp                   | IDLE    | CONNECT   | ACTIVE    | OPEN_SENT    | OPEN_CONFIRM     | ESTABLISHED
            PathDown                 | IDLE    | CONNECT   | ACTIVE    | OPEN_SENT    | IDLE 6/10        | IDLE 6/10
            PathUnknown              | IDLE    | CONNECT   | ACTIVE    | OPEN_SENT    | OPEN_CONFIRM     | ESTABLISHED
            BfdHoldTimerExpires      | IDLE    | IDLE      | IDLE      | IDLE 5/1     | IDLE 6/10        | IDLE 5/3
            """;

    record Cell(SessionState state, String event, String expected) {}

    static Stream<Cell> cells() {
        List<String[]> rows = TABLE.lines().map(line -> line.split("\\|")).toList();
        String[] states = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i < row.length, i -> i + 1)
                        .map(i -> new Cell(SessionState.valueOf(states[i].strip()), row[0].strip(), row[i].strip())));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyEventInEveryState(Cell cell) {
        Step step = Sessions.MACHINE.on(Sessions.in(cell.state()), Sessions.event(cell.event()));
        String notification = step.actions().stream()
                .filter(SessionAction.Send.class::isInstance)
                .map(action -> ((SessionAction.Send) action).message())
                .filter(Notification.class::isInstance)
                .map(message -> " " + ((Notification) message).code() + "/" + ((Notification) message).subcode())
                .collect(Collectors.joining());
        assertEquals(cell.expected(), step.next().state() + notification);
    }

    @Test
    void tableHasEveryEvent() {
        List<String> inTable = cells().map(Cell::event).distinct().sorted().toList();
        List<String> all = Arrays.stream(SessionEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
        assertEquals(all, inTable);
        assertEquals(all.size() * (long) SessionState.values().length, cells().count());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatWasOpenIsClosedOnTheWayBack(Cell cell) {
        Step step = Sessions.MACHINE.on(Sessions.in(cell.state()), Sessions.event(cell.event()));
        SessionState next = step.next().state();
        boolean back = next != cell.state() && (next == SessionState.IDLE || next == SessionState.ACTIVE);
        if (back) {
            assertTrue(step.actions().contains(new SessionAction.Disconnect()), step.toString());
            assertTrue(step.next().negotiated().isEmpty());
        }
        assertEquals(
                back && cell.state() == SessionState.ESTABLISHED,
                step.actions().contains(new SessionAction.CloseAdjRibOut()));
    }

    /// Started from the timers of the old state, less the one that expired, the actions lead to those of the new.
    @ParameterizedTest
    @MethodSource("cells")
    void timersOfAStateRunInNoOther(Cell cell) {
        Set<SessionTimer> running = Sessions.timersOf(Sessions.in(cell.state()));
        running.remove(Sessions.EXPIRED.get(cell.event()));
        Step step = Sessions.MACHINE.on(Sessions.in(cell.state()), Sessions.event(cell.event()));
        for (SessionAction action : step.actions()) {
            if (action instanceof SessionAction.StartTimer(var timer, var _)) {
                running.add(timer);
            } else if (action instanceof SessionAction.StopTimer(var timer)) {
                running.remove(timer);
            }
        }
        boolean stopped = cell.event().equals("ManualStop");
        Set<SessionTimer> expected = stopped ? Set.of() : Sessions.timersOf(step.next());
        assertEquals(expected, running, step.toString());
    }
}
