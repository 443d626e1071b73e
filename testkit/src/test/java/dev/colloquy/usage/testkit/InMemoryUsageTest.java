package dev.colloquy.usage.testkit;

final class InMemoryUsageTest
    implements UsageMeterContract, UsageRaces, QuotasContract, UsageReadModelContract {

  private final InMemoryUsageGround ground = new InMemoryUsageGround();

  @Override
  public UsageGround ground() {
    return ground;
  }
}
