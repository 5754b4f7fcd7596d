import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

type Migrations = ReturnType<MigrationExecutor['getMigrations']>;

/** Runs those of some names only, in the transaction that is going on if there is one. */
export class ChosenMigrations extends MigrationExecutor {
  private readonly names: ReadonlySet<string>;

  constructor(dataSource: DataSource, runner: QueryRunner, names: readonly string[]) {
    super(dataSource, runner);
    this.names = new Set(names);
    this.transaction = dataSource.options.migrationsTransactionMode ?? 'all';
  }

  protected override getMigrations(): Migrations {
    return super.getMigrations().filter(({ name }) => this.names.has(name));
  }
}
