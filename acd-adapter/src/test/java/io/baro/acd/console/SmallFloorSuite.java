package io.baro.acd.console;

import io.baro.acd.app.SmallFloor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A browser at a small floor of its own for each test: what one does to calls and agents is no other's business. */
@Tag("ui")
abstract class SmallFloorSuite {
    @TempDir
    Path dir;

    SmallFloor floor;
    Browser browser;

    @BeforeEach
    void open() throws Exception {
        floor = new SmallFloor(dir);
        browser = new Browser(floor.address());
    }

    @AfterEach
    void close() {
        try {
            browser.assertNoErrors();
        } finally {
            browser.close();
            floor.close();
        }
    }

    /** Opens the dialog of the line whose first column says that. */
    void openLine(String first) {
        browser.await(
                        "line " + first,
                        () -> browser.all(".scroller tbody:not(.space) th button").stream()
                                .filter(button -> button.getText().equals(first))
                                .findFirst()
                                .orElse(null))
                .click();
        browser.awaitCount("dialog[open]", 1);
    }
}
