java -Dquarkus.flamingock.baseline.to-order=20260105_02 \
     -Dquarkus.flamingock.baseline.reason="the shop is older than its changes" \
     -jar integration-tests/quickstart/target/quarkus-app/quarkus-run.jar
