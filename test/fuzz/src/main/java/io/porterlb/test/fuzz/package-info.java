/// Fuzz targets: one class a decoder, each with the static method that Jazzer calls. A target fails by
/// throwing, so the properties are written as checks that throw. `hack/fuzz` runs them; the seeds are in
/// `src/test/resources/corpus`.
@org.jspecify.annotations.NullMarked
package io.porterlb.test.fuzz;
