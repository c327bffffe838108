package io.quarkiverse.flamingock.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that reads pages made of web components.
 */
final class Browser implements AutoCloseable {

    /** Collects the text of the page through all shadow roots. */
    private static final String ALL_TEXT = """
            const read = node => {
                let text = node.nodeType === Node.TEXT_NODE ? node.textContent : '';
                if (node.shadowRoot) text += read(node.shadowRoot);
                if (node.tagName === 'SLOT') node.assignedNodes().forEach(child => text += read(child));
                else if (node.tagName !== 'STYLE' && node.tagName !== 'SCRIPT')
                    node.childNodes.forEach(child => text += ' ' + read(child));
                return text;
            };
            return read(document.body).replace(/\\s+/g, ' ');
            """;

    private static final String CLICK = """
            const find = node => {
                if (node.id === arguments[0]) return node;
                for (const child of [...(node.shadowRoot ? node.shadowRoot.children : []), ...(node.children || [])]) {
                    const found = find(child);
                    if (found) return found;
                }
                return null;
            };
            find(document.body).click();
            """;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Where Chromium and its driver are installed; they are on CI. */
    static boolean isInstalled() {
        return browser().isPresent() && find("chromedriver").isPresent();
    }

    static Browser start(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        ChromeDriver driver = new ChromeDriver(new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow().toFile()).build(), options);
        driver.manage().window().setSize(new Dimension(1500, 900));
        return new Browser(driver);
    }

    Browser open(String url) {
        driver.get(url);
        return this;
    }

    /** Waits until the page says what is expected, and returns all it says. */
    String await(Predicate<String> expected) {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(60));
        wait.withMessage(this::text);
        return wait.until((WebDriver page) -> {
            String text = text();
            return expected.test(text) ? text : null;
        });
    }

    String text() {
        return (String) ((JavascriptExecutor) driver).executeScript(ALL_TEXT);
    }

    void click(String id) {
        ((JavascriptExecutor) driver).executeScript(CLICK, id);
    }

    void screenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> browser() {
        return find("google-chrome").or(() -> find("chromium"));
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable).findFirst();
    }
}
