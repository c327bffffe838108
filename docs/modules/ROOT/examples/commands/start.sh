./mvnw -B -q -DskipTests package -pl integration-tests/quickstart -am && java -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar
