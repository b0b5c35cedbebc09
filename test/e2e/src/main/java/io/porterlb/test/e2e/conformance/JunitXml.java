package io.porterlb.test.e2e.conformance;

import io.porterlb.test.e2e.conformance.SpecResult.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Results as JUnit's XML: what Ginkgo writes of one run (reporters/junit_report.go), and what we write of a cell.
final class JunitXml {
    /// Ginkgo's kind of node before a spec's name; set-up and tear-down of the suite are test cases of other kinds.
    private static final String IT = "[It] ";

    private static final double MILLIS = 1000.0;

    private JunitXml() {}

    /// The specs in a file, in its order.
    static List<SpecResult> read(Path file) {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            return IntStream.range(0, cases.getLength())
                    .mapToObj(i -> (Element) cases.item(i))
                    .filter(test -> test.getAttribute("name").startsWith(IT))
                    .map(JunitXml::result)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file + " is no XML: " + e.getMessage(), e);
        }
    }

    private static SpecResult result(Element test) {
        Spec spec = new Spec(test.getAttribute("name").substring(IT.length()));
        return child(test, "failure")
                .or(() -> child(test, "error"))
                .map(failure -> new SpecResult(spec, Outcome.FAILED, time(test), failure.getTextContent()))
                .or(() ->
                        child(test, "skipped").map(skipped -> SpecResult.notRun(spec, skipped.getAttribute("message"))))
                .orElseGet(() -> new SpecResult(spec, Outcome.PASSED, time(test), ""));
    }

    private static Optional<Element> child(Element test, String name) {
        return Optional.ofNullable((Element) test.getElementsByTagName(name).item(0));
    }

    private static Duration time(Element test) {
        return Duration.ofMillis(Math.round(Double.parseDouble(test.getAttribute("time")) * MILLIS));
    }

    /// Writes the file, whole or not at all.
    static void write(Path file, String suite, List<SpecResult> results) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                write(XMLOutputFactory.newInstance().createXMLStreamWriter(out), suite, results);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("can't write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(XMLStreamWriter xml, String suite, List<SpecResult> results) throws XMLStreamException {
        xml.writeStartDocument();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", suite);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", count(results, Outcome.FAILED));
        xml.writeAttribute("skipped", count(results, Outcome.NOT_RUN));
        for (SpecResult result : results) {
            write(xml, result);
        }
        xml.writeEndDocument();
        xml.close();
    }

    private static String count(List<SpecResult> results, Outcome outcome) {
        return Long.toString(
                results.stream().filter(r -> r.outcome() == outcome).count());
    }

    private static void write(XMLStreamWriter xml, SpecResult result) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", IT + result.spec().name());
        xml.writeAttribute("time", Double.toString(result.time().toMillis() / MILLIS));
        switch (result.outcome()) {
            case PASSED -> {}
            case FAILED -> {
                xml.writeStartElement("failure");
                xml.writeCharacters(result.text());
                xml.writeEndElement();
            }
            case NOT_RUN -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", result.text());
            }
        }
        xml.writeEndElement();
    }
}
