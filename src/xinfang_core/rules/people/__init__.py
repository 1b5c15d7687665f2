"""Who does it? (由谁办): the rules about levels, agents and mandates."""
