package io.porterlb.images.sbom;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Release;
import io.porterlb.images.root.DebianPackage;
import io.porterlb.images.runtime.JavaRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Property;
import org.cyclonedx.parsers.JsonParser;

/// The list of what is in an image ([CycloneDX 1.6](https://cyclonedx.org/docs/1.6/json/)): the jars as Maven's plugin
/// wrote them, the Java runtime, and the packages of the distribution that files were taken from.
public final class Sbom {
    private Sbom() {}

    /// Writes it as JSON; the same bytes for the same contents.
    ///
    /// @param jars the plugin's list for the program's module
    /// @param image its name with its tag
    /// @throws ImageException if that list can't be read
    public static void write(Path jars, String image, List<DebianPackage> packages, Path file) {
        try {
            Bom bom = new JsonParser().parse(jars.toFile());
            Component program = Objects.requireNonNull(bom.getMetadata().getComponent());
            bom.addComponent(program);
            bom.getMetadata().setComponent(container(image));
            bom.getMetadata().setTimestamp(Date.from(Release.current().time()));
            bom.addComponent(java());
            packages.forEach(p -> bom.addComponent(debian(p)));
            Files.writeString(
                    file,
                    BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString());
        } catch (ParseException | GeneratorException e) {
            throw new ImageException("can't make an SBOM of " + jars + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Component container(String image) {
        Component container = new Component();
        container.setType(Component.Type.CONTAINER);
        container.setName(image);
        container.setBomRef(image);
        return container;
    }

    private static Component java() {
        Component java = new Component();
        java.setType(Component.Type.PLATFORM);
        java.setName("OpenJDK");
        java.setPublisher(JavaRuntime.origin().get(0));
        java.setVersion(JavaRuntime.origin().get(1));
        java.setBomRef("openjdk");
        Property modules = new Property();
        modules.setName("jdk:modules");
        modules.setValue(String.join(",", JavaRuntime.modules()));
        java.addProperty(modules);
        return java;
    }

    private static Component debian(DebianPackage p) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setName(p.name());
        component.setVersion(p.version());
        component.setPurl(p.purl());
        component.setBomRef(p.purl());
        return component;
    }
}
