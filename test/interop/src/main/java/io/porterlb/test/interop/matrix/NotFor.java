package io.porterlb.test.interop.matrix;

import io.porterlb.test.cluster.router.RouterKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A router that a row says nothing about.
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface NotFor {
    RouterKind router();

    /// Why, for the matrix.
    String reason();
}
