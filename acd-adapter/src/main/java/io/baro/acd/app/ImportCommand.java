package io.baro.acd.app;

import io.baro.acd.migration.Finding;
import io.baro.acd.migration.QueuesImport;
import io.baro.acd.report.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro import}: makes a configuration of Asterisk's queues.conf. Never overwrites a file. Runs on: main thread. */
@Command(
        name = "import",
        description = {
            "Makes queues.yaml, agents.csv and rules.yaml of Asterisk's queues.conf; baro.yaml and customers.csv if they are missing.",
            "Says of every option that has no counterpart, or none that is quite the same, what to use instead."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro import /etc/asterisk/queues.conf --to /etc/baro --centre seoul"})
final class ImportCommand implements Callable<Integer> {
    private static final Pattern CENTRE = Pattern.compile("[a-z0-9-]{1,32}");
    private static final String SERVER = "baro.yaml";
    /** The heading alone: the file must be there. */
    private static final String NO_CUSTOMERS = "number,birth_date\n";

    private final Main.Console console;

    @Parameters(paramLabel = "QUEUES_CONF", description = "The file of app_queue, with its members.")
    private Path source;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Where to write; made if it is not there.")
    private Path dir;

    @Option(
            names = "--centre",
            defaultValue = "main",
            paramLabel = "NAME",
            description = "What the PBX and its centre are called (${DEFAULT-VALUE}).")
    private String centre;

    @Option(names = "--json", description = "One line of JSON instead of lines for people.")
    private boolean json;

    ImportCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!CENTRE.matcher(centre).matches()) {
            return mistake("--centre has a wrong form; use 1-32 of a-z, 0-9 and -");
        }
        List<String> lines;
        try {
            // Whatever its encoding: names of queues are plain, and nothing else of it is taken over.
            lines = Files.readAllLines(source, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return mistake(source + " cannot be read; name the file, mostly /etc/asterisk/queues.conf");
        }
        QueuesImport imported = QueuesImport.of(lines);
        if (imported.queueCount() == 0) {
            return mistake(source + " has no queue; name the file in which the queues stand");
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("queues.yaml", imported.queuesYaml());
        files.put("agents.csv", imported.agentsCsv(centre));
        files.put("rules.yaml", imported.rulesYaml());
        for (String file : files.keySet()) {
            if (Files.exists(dir.resolve(file))) {
                return mistake(dir.resolve(file) + " exists; name another directory by --to");
            }
        }
        putIfAbsent(files, SERVER, QueuesImport.baroYaml(centre));
        putIfAbsent(files, LoadedConfiguration.CUSTOMERS, NO_CUSTOMERS);
        return write(files) ? tell(imported, files) : Main.MISTAKE;
    }

    private void putIfAbsent(Map<String, String> files, String file, String text) {
        if (!Files.exists(dir.resolve(file))) {
            files.put(file, text);
        }
    }

    private boolean write(Map<String, String> files) {
        try {
            Files.createDirectories(dir);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(dir.resolve(file.getKey()), file.getValue());
            }
            return true;
        } catch (IOException refused) {
            mistake("cannot write into " + dir + "; name a directory that can be written");
            return false;
        }
    }

    private int tell(QueuesImport imported, Map<String, String> files) {
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("queues", imported.queueCount());
            told.put("agents", imported.agentCount());
            told.put("written", List.copyOf(files.keySet()));
            told.put(
                    "findings",
                    imported.findings().stream().map(ImportCommand::entry).toList());
            console.out().println(JsonText.of(told));
            return Main.OK;
        }
        console.out()
                .printf(
                        "written to %s: %s; %d queues, %d agents%n",
                        dir, String.join(", ", files.keySet()), imported.queueCount(), imported.agentCount());
        chapter(imported, Finding.Kind.NEAR, "taken, but not quite the same:");
        chapter(imported, Finding.Kind.WITHOUT, "not taken, what to use instead:");
        chapter(imported, Finding.Kind.NOT_NEEDED, "not needed:");
        console.out().printf("%nnext: docs/migration.md, and baro check --config %s%n", dir);
        return Main.OK;
    }

    private void chapter(QueuesImport imported, Finding.Kind kind, String title) {
        List<Finding> findings = imported.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
        if (!findings.isEmpty()) {
            console.out().printf("%n%s%n", title);
            findings.forEach(finding -> console.out()
                    .printf(
                            "%s:%d: %s%s: %s%n",
                            source.getFileName(),
                            finding.line(),
                            finding.section().isEmpty() ? "" : finding.section() + ", ",
                            finding.option(),
                            finding.what()));
        }
    }

    private static Map<String, Object> entry(Finding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", finding.line());
        entry.put("section", finding.section());
        entry.put("option", finding.option());
        entry.put("kind", finding.kind().word());
        entry.put("what", finding.what());
        return entry;
    }

    private int mistake(String line) {
        console.err().println("import: " + line);
        return Main.MISTAKE;
    }
}
