package org.acme.orders;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * The same on the packaged application, or on the native executable with {@code -Dnative}.
 */
@QuarkusIntegrationTest
class ShopIT extends ShopTest {
}
