package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(FreshData.class)
class ShopTest {

    @TestHTTPResource("/shop")
    URI shop;

    @Test
    void allChangesAreThereWhenTheFirstRequestComes() throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(shop).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("""
                {"products":[{"name":"Bread","price":3.20,"currency":"EUR"},\
                {"name":"Coffee","price":7.90,"currency":"EUR"}],\
                "flags":{"checkout":10},\
                "letters":["Our new checkout is here"]}""");
    }
}
