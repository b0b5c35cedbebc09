package io.porterlb.test.interop.matrix;

import io.porterlb.test.interop.lab.Peering;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that runs against every kind of router, for each peering, with a [io.porterlb.test.interop.lab.Lab] of its
/// own as its parameter. Each peering is a row of `target/interop-matrix.md`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag("cluster")
@TestTemplate
@ExtendWith(InteropRows.class)
public @interface InteropRow {
    /// What is promised, for the matrix.
    String value();

    Peering[] peerings() default {Peering.EBGP_IPV4};

    NotFor[] notFor() default {};
}
