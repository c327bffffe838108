package io.quarkiverse.flamingock.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Names of Jobs are labels of Kubernetes: at most 63 characters, small letters, digits and hyphens.
 */
class InitTaskNameTest {

    private static final String FINGERPRINT = "0123456789abcdef";

    @Test
    void namesAreLabels() {
        assertThat(InitTaskProcessor.name("shop", "1.2.0", FINGERPRINT)).isEqualTo("shop-flamingock-1-2-0-01234567-init");
        assertThat(InitTaskProcessor.name("shop", "1.2.0-SNAPSHOT", FINGERPRINT))
                .isEqualTo("shop-flamingock-1-2-0-snapshot-01234567-init");
        assertThat(InitTaskProcessor.name("shop", "+build_7+", FINGERPRINT)).isEqualTo("shop-flamingock-build-7-01234567-init");
        assertThat(InitTaskProcessor.name("shop", "", FINGERPRINT)).isEqualTo("shop-flamingock-01234567-init");
    }

    @Test
    void longVersionsAreCut() {
        String name = InitTaskProcessor.name("a-shop-with-a-long-name", "2026.11.28-feature-of-many-words-and-more",
                FINGERPRINT);
        assertThat(name).isEqualTo("a-shop-with-a-long-name-flamingock-2026-11-28-fea-01234567-init")
                .hasSizeLessThanOrEqualTo(63);
        assertThat(InitTaskProcessor.name("a-shop-with-a-name-that-leaves-no-room-for-more", "1.0", FINGERPRINT))
                .isEqualTo("a-shop-with-a-name-that-leaves-no-room-for-more-flamingock-01234567-init");
    }
}
