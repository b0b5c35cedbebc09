package io.porterlb.bgp.net;

import io.netty.channel.ConnectTimeoutException;
import io.porterlb.bgp.fsm.TcpFailure;
import io.porterlb.bgp.fsm.TcpFailure.Kind;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Locale;

/// What the exceptions of a connection mean. Java and Netty have no error numbers in them, so the system's words
/// count.
final class TcpFailures {
    private TcpFailures() {}

    static TcpFailure ofConnect(Throwable cause) {
        String detail = detail(cause);
        return new TcpFailure(kind(cause, detail.toLowerCase(Locale.ROOT)), detail);
    }

    static TcpFailure ofOpen(Throwable cause) {
        return new TcpFailure(Kind.BROKEN, detail(cause));
    }

    private static Kind kind(Throwable cause, String words) {
        if (cause instanceof UnavailableException) {
            return Kind.OTHER;
        }
        if (cause instanceof ConnectTimeoutException || words.contains("timed out")) {
            return Kind.TIMED_OUT;
        }
        if (cause instanceof NoRouteToHostException || words.contains("unreachable")) {
            return Kind.UNREACHABLE;
        }
        if (cause instanceof BindException || words.contains("cannot assign requested address")) {
            return Kind.NO_LOCAL_ADDRESS;
        }
        return cause instanceof ConnectException && words.contains("refused") ? Kind.REFUSED : Kind.OTHER;
    }

    private static String detail(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
