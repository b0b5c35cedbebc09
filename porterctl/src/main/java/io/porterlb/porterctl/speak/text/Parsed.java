package io.porterlb.porterctl.speak.text;

import java.util.Optional;
import java.util.function.Function;

/// What a text turned out to mean.
public sealed interface Parsed<T> {
    record Ok<T>(T value) implements Parsed<T> {}

    /// Nothing that could be used.
    ///
    /// @param problem a sentence without its period that quotes the text and says what is wanted
    record Bad<T>(String problem) implements Parsed<T> {}

    static <T> Parsed<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Parsed<T> bad(String problem) {
        return new Bad<>(problem);
    }

    /// The value, or this problem where there is none.
    static <T> Parsed<T> of(Optional<T> value, String problem) {
        return value.<Parsed<T>>map(Ok::new).orElseGet(() -> new Bad<>(problem));
    }

    /// The next step, unless there is a problem already.
    default <U> Parsed<U> then(Function<? super T, Parsed<U>> next) {
        return switch (this) {
            case Ok<T>(var value) -> next.apply(value);
            case Bad<T>(var problem) -> new Bad<>(problem);
        };
    }

    default <U> Parsed<U> map(Function<? super T, ? extends U> change) {
        return then(value -> new Ok<>(change.apply(value)));
    }
}
