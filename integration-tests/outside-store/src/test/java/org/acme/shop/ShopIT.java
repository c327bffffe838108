package org.acme.shop;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

/**
 * The same with the application as it is packaged, in two processes.
 */
@QuarkusMainIntegrationTest
@QuarkusTestResource(ShopTest.NewDirectory.class)
class ShopIT extends ShopTest {
}
