package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.app.ConsolePeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window, as Debian's packages chromium and chromium-driver install it, at the console of one server. Runs on: the
 * test's thread.
 */
final class Browser implements AutoCloseable {
    static final Dimension WALL = new Dimension(1920, 1080);
    static final Dimension DESK = new Dimension(1280, 800);

    private static final String CHROMIUM = "/usr/bin/chromium";
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final ChromeDriver driver;

    /** @param address of the server, without a path */
    Browser(String address) {
        this.address = address;
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        // Tests run as root in a container with little shared memory.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.addArguments("--window-size=" + WALL.width + "," + WALL.height);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        size(WALL);
    }

    /** Opens a view as a person who is signed in; null: nobody is. */
    Browser open(String view, ConsolePeople person, Language language) {
        return open(view, person, language, "dark");
    }

    Browser open(String view, ConsolePeople person, Language language, String theme) {
        // A page of the same origin first: storage and cookies belong to it.
        driver.get(address + "/console/icon.svg");
        driver.manage().deleteAllCookies();
        if (person != null) {
            driver.manage().addCookie(new Cookie("baro_token", person.token()));
        }
        driver.executeScript(
                "sessionStorage.clear(); localStorage.clear();"
                        + "localStorage.setItem('baro_language', arguments[0]); localStorage.setItem('baro_theme', arguments[1]);",
                language.code(),
                theme);
        driver.get(address + "/console/#/" + view);
        awaitCount("main h1", 1);
        return this;
    }

    /** The inside of the window, to the pixel: the window itself has a frame. */
    Browser size(Dimension inside) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", inside.width, "height", inside.height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    WebElement find(String css) {
        return await(css, () -> driver.findElement(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return await(
                "text of " + css, () -> driver.findElement(By.cssSelector(css)).getText());
    }

    /** The button of that text which can be seen; in the dialog on top if one is open. */
    WebElement button(String text) {
        return await("button " + text, () -> {
            String dialogs = all("dialog[open]").isEmpty() ? "button" : "dialog[open]:last-of-type button";
            return all(dialogs).stream()
                    .filter(button -> button.isDisplayed() && button.getText().equals(text))
                    .findFirst()
                    .orElse(null);
        });
    }

    void click(String text) {
        button(text).click();
    }

    /** Writes into a field of the dialog or page. */
    void write(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    Browser awaitText(String css, String part) {
        await(
                part + " in " + css,
                () -> all(css).stream().anyMatch(each -> each.getText().contains(part)) ? true : null);
        return this;
    }

    Browser awaitCount(String css, int count) {
        await(count + " of " + css, () -> all(css).size() == count ? true : null);
        return this;
    }

    /** Waits until it gives something; elements that went meanwhile are asked for again. */
    <T> T await(String what, Supplier<T> wanted) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(what)
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> wanted.get());
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Leaves a picture for people. */
    Browser shot(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Scripts failed nowhere, and the policy stopped nothing. That the server said no is no mistake of the page. */
    void assertNoErrors() {
        Predicate<String> isOurs = line -> !line.contains("Failed to load resource");
        List<String> errors = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(isOurs)
                .toList();
        assertEquals(List.of(), errors);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
